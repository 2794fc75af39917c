import { createRequire } from 'module'; const require=createRequire(import.meta.url);
import fs from 'fs'; const XLSX=require('xlsx'), ExcelJS=require('exceljs');
const M=JSON.parse(fs.readFileSync('models.json')); const p=(w,m,e)=>{fs.mkdirSync('corpus/'+w,{recursive:true});return `corpus/${w}/${m.kind}--${m.name}.${e}`};
const only=(m,w)=>!m.only||m.only.includes(w); const A=(r,c)=>XLSX.utils.encode_cell({r,c});
for(const m of M){
 if(only(m,'sheetjs')){ const wb=XLSX.utils.book_new(); 
  m.sheets.forEach((s,k)=>{ const ws={}; let w=0; s.rows.forEach((r,i)=>r.forEach((c,j)=>{ w=Math.max(w,j); if(c===null||c==='')return; let x;
    if(typeof c==='object'){ if('d' in c) x={t:'d',v:new Date(c.d+'T00:00:00'),z:'yyyy-mm-dd'}; else if('b' in c) x={t:'b',v:c.b}; else if('f' in c) x=('v' in c)?{t:typeof c.v==='boolean'?'b':'n',f:c.f,v:c.v}:{t:'n',f:c.f,v:0}; else x={t:'n',v:c.v,z:c.fmt}; }
    else x=typeof c==='number'?{t:'n',v:c}:typeof c==='boolean'?{t:'b',v:c}:{t:'s',v:c}; ws[A(i,j)]=x; }));
   ws['!ref']=XLSX.utils.encode_range({s:{r:0,c:0},e:{r:Math.max(0,s.rows.length-1),c:w}}); ws['!merges']=(s.merges||[]).map(XLSX.utils.decode_range);
   ws['!rows']=[];(s.hiddenRows||[]).forEach(h=>ws['!rows'][h-1]={hidden:true}); ws['!cols']=[];(s.hiddenCols||[]).forEach(h=>ws['!cols'][h]={hidden:true});
   XLSX.utils.book_append_sheet(wb,ws,s.name.replace(/[\/\\?*\[\]:]/g,'_').slice(0,31)); });
  wb.Workbook={Sheets:m.sheets.map(s=>({Hidden:s.hidden?1:0}))};
  XLSX.writeFile(wb,p('sheetjs',m,'xlsx')); 
  for(const [w,t,e] of [['sheetjs-xls','biff8','xls'],['sheetjs-ods','ods','ods'],['sheetjs-html','html','xls']]) { try{ XLSX.writeFile(wb,p(w,m,e),{bookType:t}); }catch(x){ console.log(w,m.name,x.message) } } }
 if(only(m,'exceljs')){ const wb=new ExcelJS.Workbook(); for(const s of m.sheets){ const ws=wb.addWorksheet(s.name.replace(/[\/\\?*\[\]:]/g,'_').slice(0,31),{state:s.hidden?'hidden':'visible'});
   s.rows.forEach((r,i)=>r.forEach((c,j)=>{ if(c===null||c==='')return; const x=ws.getCell(i+1,j+1); if(typeof c==='object'){ if('d' in c){x.value=new Date(c.d+'T00:00:00');x.numFmt='yyyy-mm-dd';} else if('b' in c)x.value=c.b; else if('f' in c)x.value={formula:c.f,result:c.v}; else {x.value=c.v;x.numFmt=c.fmt;} } else x.value=c; }));
   (s.merges||[]).forEach(a=>ws.mergeCells(a)); (s.hiddenRows||[]).forEach(h=>ws.getRow(h).hidden=true); (s.hiddenCols||[]).forEach(h=>ws.getColumn(h+1).hidden=true); }
  await wb.xlsx.writeFile(p('exceljs',m,'xlsx')); } }
