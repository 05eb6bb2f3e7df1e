"""States and the Convention: signature, the act by which they joined, withdrawal."""
