import json,os,re,datetime,sys
sys.path.insert(0,'/usr/lib/python3/dist-packages')
import openpyxl, xlsxwriter, xlwt
from openpyxl.utils import get_column_letter
M=json.load(open('models.json')); OUT='corpus'
def p(w,m,ext):
    d=f"{OUT}/{w}"; os.makedirs(d,exist_ok=True); return f"{d}/{m['kind']}--{m['name']}.{ext}"
def day(s): return datetime.datetime.strptime(s,'%Y-%m-%d')
def rng(a):
    l,r=a.split(':'); f=lambda s:(int(re.sub('[A-Z]','',s))-1, ord(re.sub('[0-9]','',s))-65); return (*f(l),*f(r))
def text(c):
    if c is None: return ''
    if isinstance(c,dict):
        if 'd' in c: return day(c['d']).strftime('%Y/%-m/%-d')
        if 'b' in c: return 'TRUE' if c['b'] else 'FALSE'
        if 'f' in c:
            v=c.get('v'); return '' if v is None else ('TRUE' if v is True else str(v))
        return str(c['v'])
    if isinstance(c,bool): return 'TRUE' if c else 'FALSE'
    return str(c)
def fixed(c): return isinstance(c,dict) and ('fmt' in c or 'f' in c)
def simple(m): return len(m['sheets'])==1 and not any(fixed(c) for r in m['sheets'][0]['rows'] for c in r)
def csvtext(m,sep=',',always=False):
    out=[]
    for r in m['sheets'][0]['rows']:
        cells=[]
        for c in r:
            t=text(c); cells.append('"'+t.replace('"','""')+'"' if always or any(x in t for x in (sep,'"','\n','\r')) else t)
        out.append(sep.join(cells))
    return '\r\n'.join(out)+'\r\n'
def html(m,style):
    s=m['sheets'][0]; cover={};
    for a in s.get('merges',[]):
        t,l,b,r=rng(a)
        for i in range(t,b+1):
            for j in range(l,r+1): cover[i,j]=(t,l,b-t+1,r-l+1)
    w=max((len(r) for r in s['rows']),default=1); trs=[]
    for i,r in enumerate(s['rows']):
        tds=[]
        for j in range(w):
            c=cover.get((i,j))
            if c and (i,j)!=c[:2]: continue
            hidden=' style="display:none"' if (j in s.get('hiddenCols',[])) else ''
            at=hidden+(f' rowspan="{c[2]}" colspan="{c[3]}"' if c else '')
            tx=text(r[j] if j<len(r) else None).replace('&','&amp;').replace('<','&lt;').replace('\n','<br>')
            if style=='jinshui' : at+=' style="mso-number-format:\'\\@\'"' if 'style' not in at else ''
            tds.append(f'<td{at}>{tx or "&nbsp;"}</td>')
        trs.append(('<tr style="display:none">' if i+1 in s.get('hiddenRows',[]) else '<tr>')+''.join(tds)+'</tr>')
    body='<table border="1">'+'\n'.join(trs)+'</table>'
    if style=='jinshui': return '<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head><meta http-equiv="Content-Type" content="text/html; charset=gbk"></head><body>\n'+body+'</body></html>'
    return '<!DOCTYPE html><html><head><meta charset="utf-8"><style>td{border:1px}</style></head><body><div>'+body+'</div></body></html>'
def only(m,w): return m.get('only') is None or w in m['only']
for m in M:
    if simple(m):
        if only(m,'csv'):
            try:
                open(p('csv',m,'csv'),'wb').write(csvtext(m).encode('utf-8-sig'))
                open(p('csv-gbk',m,'csv'),'wb').write(csvtext(m).encode('gbk'))
            except UnicodeEncodeError: 
                os.path.exists(p('csv-gbk',m,'csv')) and os.remove(p('csv-gbk',m,'csv'))
            if m.get('only') is None:
                open(p('tsv16',m,'txt'),'wb').write(b'\xff\xfe'+csvtext(m,'\t').encode('utf-16le'))
        if m.get('only') is None:
            open(p('html',m,'xls'),'wb').write(html(m,'plain').encode('utf-8'))
            try: open(p('html-gbk',m,'xls'),'wb').write(html(m,'jinshui').encode('gbk'))
            except UnicodeEncodeError: os.path.exists(p('html-gbk',m,'xls')) and os.remove(p('html-gbk',m,'xls'))
    # openpyxl
    if only(m,'openpyxl') or (m.get('only') and any(w.startswith('lo-') for w in m['only'])):
        wb=openpyxl.Workbook(); wb.remove(wb.active)
        for s in m['sheets']:
            ws=wb.create_sheet(s['name'].replace('/','_')[:31])
            for i,r in enumerate(s['rows']):
                for j,c in enumerate(r):
                    if c is None or c=='' : continue
                    x=ws.cell(i+1,j+1)
                    if isinstance(c,dict):
                        if 'd' in c: x.value=day(c['d']); x.number_format='yyyy-mm-dd'
                        elif 'b' in c: x.value=c['b']
                        elif 'f' in c: x.value='='+c['f']
                        else: x.value=c['v']; x.number_format=c['fmt']
                    else:
                        x.value=c
                        if isinstance(c,str) and c.startswith('='): x.data_type='s'
            for a in s.get('merges',[]): ws.merge_cells(a)
            for h in s.get('hiddenRows',[]): ws.row_dimensions[h].hidden=True
            for h in s.get('hiddenCols',[]): ws.column_dimensions[get_column_letter(h+1)].hidden=True
            if s.get('hidden'): ws.sheet_state='hidden'
        wb.active=[i for i,s in enumerate(m['sheets']) if not s.get('hidden')][0]
        wb.save(p('openpyxl',m,'xlsx'))
    if only(m,'xlsxwriter'):
        wb=xlsxwriter.Workbook(p('xlsxwriter',m,'xlsx')); 
        for s in m['sheets']:
            ws=wb.add_worksheet(s['name'].replace('/','_')[:31])
            for i,r in enumerate(s['rows']):
                for j,c in enumerate(r):
                    if c is None or c=='' : continue
                    if isinstance(c,dict):
                        if 'd' in c: ws.write_datetime(i,j,day(c['d']),wb.add_format({'num_format':'yyyy-mm-dd'}))
                        elif 'b' in c: ws.write_boolean(i,j,c['b'])
                        elif 'f' in c: ws.write_formula(i,j,'='+c['f'],None,c.get('v',0) if 'v' in c else 0)
                        else: ws.write_number(i,j,c['v'],wb.add_format({'num_format':c['fmt']}))
                    elif isinstance(c,bool): ws.write_boolean(i,j,c)
                    elif isinstance(c,str): ws.write_string(i,j,c)
                    else: ws.write_number(i,j,c)
            for a in s.get('merges',[]):
                t,l,b,r=rng(a); v=s['rows'][t][l]; ws.merge_range(t,l,b,r,v)
            for h in s.get('hiddenRows',[]): ws.set_row(h-1,None,None,{'hidden':1})
            for h in s.get('hiddenCols',[]): ws.set_column(h,h,None,None,{'hidden':1})
            if s.get('hidden'): ws.hide()
        v=[w for w,s in zip(wb.worksheets(),m['sheets']) if not s.get('hidden')][0]; v.activate(); v.set_first_sheet()
        wb.close()
    if only(m,'xlwt'):
        wb=xlwt.Workbook(encoding='utf-8')
        try:
            for s in m['sheets']:
                ws=wb.add_sheet(s['name'].replace('/','_')[:31],cell_overwrite_ok=True)
                for i,r in enumerate(s['rows']):
                    for j,c in enumerate(r):
                        if c is None or c=='' : continue
                        if isinstance(c,dict):
                            if 'd' in c: ws.write(i,j,day(c['d']),xlwt.easyxf(num_format_str='yyyy-mm-dd'))
                            elif 'b' in c: ws.write(i,j,c['b'])
                            elif 'f' in c: ws.write(i,j,xlwt.Formula(c['f']))
                            else: ws.write(i,j,c['v'],xlwt.easyxf(num_format_str=c['fmt']))
                        else: ws.write(i,j,c)
                for a in s.get('merges',[]):
                    t,l,b,r=rng(a); v=s['rows'][t][l]; ws.write_merge(t,b,l,r,v if not isinstance(v,dict) else v.get('v'))
                for h in s.get('hiddenRows',[]): ws.row(h-1).hidden=True
                for h in s.get('hiddenCols',[]): ws.col(h).hidden=True
                if s.get('hidden'): ws.visibility=1
            wb.save(p('xlwt',m,'xls'))
        except Exception as e: print('xlwt',m['name'],e)
