// A loader of the bundler, which loads plain JavaScript only.
/** Gives a module through as it is, and makes it depend on all that is in some folders. */
module.exports = function dependOnContent(source) {
  this.getOptions().folders.forEach((folder) => this.addContextDependency(folder));
  return source;
};
