"""What stands beside the text: rules, frames and photos of pictures and PDF pages."""
