/** Stands in for prism-react-renderer in the browser: nothing there colours code. */
export const Prism = undefined;
