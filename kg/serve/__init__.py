"""The graph over HTTP: SPARQL, graphs, pages of things, search and the named queries.

The server only speaks HTTP; every answer is made in a process of its own (``work``) that has the store open for
reading, by one of the functions of ``answers``. So nothing that somebody asks can stop the server, and a question that
takes too long is ended by ending its process.
"""
