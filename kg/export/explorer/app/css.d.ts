// A style sheet is imported for what it does to the page: the bundler gathers them into one.
declare module "*.css";
