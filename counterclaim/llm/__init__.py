"""An optional extractor: any endpoint that speaks OpenAI's chat protocol, believed only where the text agrees.

Nothing here is imported, and no connection opened, unless `counterclaim read --llm NAME` asks for it.
"""
