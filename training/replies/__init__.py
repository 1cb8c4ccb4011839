"""What the classifier learns of replies: which sentences flatter, hook, feel, lecture, withdraw."""
