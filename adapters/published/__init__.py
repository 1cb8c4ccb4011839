"""What an operator publishes, made from what runs: the protocol, the privacy policy, the report."""
