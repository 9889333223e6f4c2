"""What differs between two builds: quads as they lie in their files, and facts in words."""
