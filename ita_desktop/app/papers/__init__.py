"""What is printed, published and kept signed."""
