import {productsFile} from '../../content-model/products.ts';
import type {Rule} from '../rule.ts';

const product = `- id: docker
  name: Docker
  version: "29.7.0"
  line: "29"
  sources: [docker-]
  releases: https://api.github.com/repos/moby/moby/releases
`;
const changed = (from: string, to: string) => ({[productsFile]: product.replace(from, to)});
const at = (line: number, column: number) => [`${productsFile}:${line}:${column}`] as [string];

export const productData: Rule = {
  id: 'product-data',
  why: '어느 판과 견주어 본 글인지 알아야, 새 판이 나왔을 때 다시 볼 곳을 압니다.',
  bad: [
    {files: {[productsFile]: product + product}, findings: at(7, 3)},
    {files: changed('  line: "29"\n', ''), findings: at(1, 3)},
    {files: changed('"29.7.0"', '29.7'), findings: at(3, 12)},
    {files: changed('line: "29"', 'line: "30"'), findings: at(4, 9)},
    {files: changed('docker-]', 'docker]'), findings: at(5, 13)},
  ],
  good: [{files: {[productsFile]: product}}],
  check: ({products: {findings}}) => findings,
};
