"""Text as everything that reads people's words sees it. Pure."""
