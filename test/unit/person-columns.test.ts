import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../src/domain/columns';
import { personKind } from '../../src/domain/person-columns';

describe('personKind of a canonical column', () => {
  it('is what the catalogue says, for every column of every dataset', () => {
    const columns = Object.values(SCHEMAS).flatMap((schema) => schema.columns);
    const people = new Set(columns.filter(({ person }) => person).map(({ name }) => name));
    expect(people.size).toBeGreaterThan(3);
    for (const { name } of columns) expect([name, personKind(name) !== undefined]).toEqual([name, people.has(name)]);
  });

  it('tells names from contacts', () => {
    expect(personKind('customer_contact')).toBe('contact');
    expect(personKind('customer_name')).toBe('name');
    expect(personKind('model')).toBeUndefined();
  });

  it('knows who acted in the events of a complaint', () => {
    expect(personKind('actor')).toBe('name');
  });
});

describe('personKind of an extra column', () => {
  const contacts = [
    '电话',
    '联系电话2',
    '備用電話',
    '手机号',
    '手機號碼',
    '用户手机',
    '回访电话',
    '联系方式',
    '聯絡方式',
    '地址',
    '收货地址',
    '詳細地址',
    '邮箱',
    '电子邮件',
    '微信号',
    'QQ',
    '身份证号',
    '身分證字號',
    '车牌号',
    '联系电话（备用）',
    'phone',
    'Phone 2',
    'customer_phone',
    'CustomerMobile',
    'mobile',
    'Tel',
    'Tel.',
    'Cell phone',
    'address',
    'Home Address',
    'e-mail',
    'E-Mail',
    'email',
    'Contact No.',
  ];
  it.each(contacts)('%s is a contact', (header) => {
    expect(personKind(`x_${header}`)).toBe('contact');
  });

  const names = [
    '姓名',
    '客户姓名',
    '聯絡人',
    '联系人',
    '联系人_2',
    '收货人',
    '车主',
    '维修人员',
    '處理人',
    '经办人',
    '客户名称',
    '买家',
    '昵称',
    '维修工程师',
    '名字',
    'name',
    'Customer Name',
    'contact',
    'Contact Person',
    'first_name',
    'LastName',
    'owner name',
    'technician',
    'Reported By',
    'opened_by',
    'sys_updated_by',
  ];
  it.each(names)('%s is a name', (header) => {
    expect(personKind(`x_${header}`)).toBe('name');
  });

  const things = [
    '型号名称',
    '产品名称',
    '部件名称',
    '供应商名称',
    '故障名称',
    '手机型号',
    '手机品牌',
    '手机系统',
    '电话回访时间',
    '是否电话回访',
    '投诉人数',
    '机器人',
    'IP地址',
    'MAC地址',
    '网址',
    '客户类型',
    '客户等级',
    '用户反馈内容',
    '责任部门',
    '处理结果',
    '来电时间',
    '受理渠道',
    '人员数量',
    '微信渠道',
    '电池电压',
    '',
    'product name',
    'Part Name',
    'model_name',
    'supplier name',
    'file name',
    'contact date',
    'Contact Type',
    'phone model',
    'mobile OS',
    'MAC address',
    'ip_address',
    'battery cell',
    'telemetry',
    'hotel',
    'mail order',
    'named part',
    'state',
    'narrative',
    'recontacted',
    'sys_updated_at',
    'closed_code',
  ];
  it.each(things)('%s is about a thing', (header) => {
    expect(personKind(`x_${header}`)).toBeUndefined();
  });
});
