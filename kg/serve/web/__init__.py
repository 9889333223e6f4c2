"""HTTP: what requests mean, what responses say, and what stands between."""
