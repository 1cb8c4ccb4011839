"""Pictures of every piece people read, on each platform: `make gallery` renders them."""
