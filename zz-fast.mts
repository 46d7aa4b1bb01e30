import path from 'node:path';
import * as W from './lib/node/writeWholeFile.ts';
import {readBuiltSite} from './outputs/builtSite.ts';
const load=async(p:string)=>{const m:any=await import(p); return m.default?.default??m.default;};
const outputs=await Promise.all(['practice/practice','styleGuide/styleGuide','pages/pages','styles/styles','fonts/fonts','security/security','pages/writtenPages'].map(p=>load(`./outputs/${p}.ts`)));
const folder=process.argv[2]!; const siteDir=process.cwd();
const pages=readBuiltSite(folder); const files=new Map<string,any>();
for(const o of outputs){const t=Date.now(); for(const {path:f,content} of await o.make({siteDir,folder,pages,files})) files.set(f,content); console.log(o.label,Date.now()-t);}
for(const [f,c] of files) await (W as any).writeWholeFile(path.join(folder,f),c);
