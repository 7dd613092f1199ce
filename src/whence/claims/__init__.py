"""Attribution -> Assertion, and assertions -> Claim."""
