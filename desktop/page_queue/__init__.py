"""The pages that wait, worst first, or by issue."""
