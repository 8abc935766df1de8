"""Programs of the owner's that have a say in what arrives, or are told what happened."""
