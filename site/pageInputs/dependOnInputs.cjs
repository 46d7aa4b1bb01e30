// A loader of the bundler, which loads plain JavaScript only.
/** Gives a page through as it is, and makes it depend on the file of its inputs. */
module.exports = function dependOnInputs(source) {
  this.addDependency(this.getOptions().inputsOf(this.resourcePath));
  return source;
};
