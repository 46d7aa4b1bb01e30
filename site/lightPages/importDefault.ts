/** Stands in for all of tslib in the browser: the one helper that Docusaurus' code there asks it for. */
export function __importDefault(module: {__esModule?: boolean}): object {
  return module.__esModule ? module : {default: module};
}
