"""News dates: which words name a time, and what they mean against an article's day, as EDTF."""
