"""Numbers and times: numerals, amounts and quantities, dates and periods."""
