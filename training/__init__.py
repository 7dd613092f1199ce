"""Fits the reader; needs PyTorch; never imported by whence."""
