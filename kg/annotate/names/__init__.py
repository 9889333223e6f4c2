"""Names: regions from the register, bodies and carriers by suffix grammar, people, industries, policies."""
