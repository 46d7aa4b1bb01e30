// A loader of the bundler, which loads plain JavaScript only.
/** Gives a page through as it is, and tells each fault of its front matter. */
module.exports = function tellFaults(source) {
  for (const fault of this.getOptions().faultsOf(this.resourcePath, source)) {
    this.emitError(new Error(fault));
  }
  return source;
};
