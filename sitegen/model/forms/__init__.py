"""Forms, said once for the site that shows them and the inbox that receives them."""
