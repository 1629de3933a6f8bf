"""The same endpoints with Django REST framework, in production settings."""
