"""Looking at replies, messages and talks from files: nothing here serves people."""
