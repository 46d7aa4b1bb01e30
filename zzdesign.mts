// NAME ADDRESS WIDTH SCHEME JS YS...
import {serveSite} from '/work/main/lib/node/siteServer.ts';
import {launchBrowser} from '/work/main/lib/node/browser.ts';
const jobs=process.argv[2].split(';').map(j=>j.trim().split(/\s+/));
const server=await serveSite('/work/main/build','/',0); const b=await launchBrowser();
for(const [name,address,width,scheme,js,...ys] of jobs){
 const c=await b.newContext({viewport:{width:+width,height:+width<600?740:800},colorScheme:scheme as any,javaScriptEnabled:js!=='nojs',locale:'ko-KR',...(+width<600?{hasTouch:true,isMobile:true,deviceScaleFactor:1}:{})});
 const p=await c.newPage(); await p.goto(server.address+(address==='-'?'':address)); await p.waitForTimeout(600);
 if(js==='print'){ await p.pdf({path:`/tmp/s-zz${name}.pdf`,format:'A4',printBackground:true}); await c.close(); continue;}
 for(const y of ys){ if(js!=='nojs') await p.evaluate((y)=>scrollTo({top:y,behavior:'instant'}),+y); else await p.mouse.wheel(0,+y); await p.waitForTimeout(300); await p.screenshot({path:`/tmp/s-zz${name}-${y}.png`}); }
 await c.close(); }
await b.close(); await server.close();
