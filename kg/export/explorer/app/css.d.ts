// A style sheet is imported for what it does to the page: the bundler gathers them into one.
declare module "*.css";

// The code of the worker that answers SPARQL: build.mjs puts it in.
declare const SPARQL_WORKER: string;
