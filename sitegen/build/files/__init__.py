"""The files that go out beside the pages: which there are, and what is made of the pictures among them."""
