/** Says what the build does now; how long the step before took is for whoever reads the lines. */
export function reportStep(label: string): void {
  console.log(`· ${label}`);
}
