"""Training: annotated sentences in, the files of ``pipelines/models`` out; run it with ``python -m kg.train``."""
