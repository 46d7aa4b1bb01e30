import {readBuiltSite, versionsOf} from './outputs/builtSite.ts';
import {createPdf} from './outputs/book/index.ts';
const pages = readBuiltSite('build');
const v = versionsOf(pages).find(v=>v.name===process.argv[2])!;
let t=Date.now();
const p = await createPdf({folder:'build',pages}, v, {paper: process.argv[3] as any,isPlain:false}, s=>{console.log(((Date.now()-t)/1000).toFixed(1), s)});
console.log(((Date.now()-t)/1000).toFixed(1),'end', p.pageCount);
