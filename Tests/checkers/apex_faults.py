"""Apex with one fault each, by which the rules are told apart from rules that never say anything."""

import pathlib
import tempfile

from apex_rules import Rules
from apex_source import Project

# The rule that has to speak, and the members of a class, or the class where it begins with a word of its own.
FAULTS = [
    ("ApexAssertionsShouldIncludeMessage",
     "@IsTest private class Sample { @IsTest static void f() { Assert.areEqual(1, 1); } }"),
    ("ApexBadCrypto", "void f() { Crypto.generateDigest('MD5', Blob.valueOf('x')); }"),
    ("ApexCRUDViolation", "void f(List<Account> rows) { insert rows; }"),
    ("ApexCRUDViolation", "List<Account> f() { return [SELECT Id FROM Account LIMIT 1]; }"),
    ("ApexCRUDViolation", "void f(List<Account> rows) { Database.update(rows, false, AccessLevel.SYSTEM_MODE); }"),
    ("ApexCSRF", "public Sample() { insert as user new Account(); }"),
    ("ApexDangerousMethods", "void f() { Configuration.disableTriggerCRUDSecurity(); }"),
    ("ApexInsecureEndpoint", "String f() { return 'http://example.com'; }"),
    ("ApexOpenRedirect", "PageReference f(String target) { return new PageReference(target); }"),
    ("ApexSOQLInjection", "void f(String name) { Database.query('SELECT Id FROM ' + name, AccessLevel.USER_MODE); }"),
    ("ApexSharingViolations", "public class Sample { }"),
    ("ApexSuggestUsingNamedCred", "void f(HttpRequest request, String key) { request.setHeader('Authorization', key); }"),
    ("ApexSuggestUsingNamedCred", "String f() { return 'https://example.com'; }"),
    ("ApexUnitTestClassShouldHaveAsserts", "@IsTest private class Sample { @IsTest static void f() { Integer i = 1; } }"),
    ("ApexUnitTestShouldNotUseSeeAllDataTrue", "@IsTest(SeeAllData=true) private class Sample { }"),
    ("ApexXSSFromURLParam", "String f() { return ApexPages.currentPage().getParameters().get('x'); }"),
    ("AvoidDebugStatements", "void f() { System.debug(LoggingLevel.INFO, 'x'); }"),
    ("AvoidFutureAnnotation", "@future static void f() { }"),
    ("AvoidGlobalModifier", "global with sharing class Sample { }"),
    ("AvoidHardcodingId", "Id f() { return '001000000000001AAA'; }"),
    ("AvoidLogicInTrigger", "trigger Sample on Account (after insert) { if (true) { f(); } }"),
    ("AvoidNonExistentAnnotations", "@Sometimes void f() { }"),
    ("AvoidNonRestrictiveQueries", "List<Account> f() { return [SELECT Id FROM Account WITH USER_MODE]; }"),
    ("AvoidStatefulDatabaseResult",
     "public with sharing class Sample implements Database.Stateful { private List<Database.SaveResult> results; }"),
    ("DebugsShouldUseLoggingLevel", "void f() { System.debug('x'); }"),
    ("EagerlyLoadedDescribeSObjectResult", "void f(Schema.SObjectType kind) { kind.getDescribe(); }"),
    ("EmptyCatchBlock", "void f() { try { f(); } catch (Exception any) { } }"),
    ("EmptyStatementBlock", "void f(Boolean b) { if (b) { } }"),
    ("HardCodedSecret", "void f() { String apiKey = 'x'; }"),
    ("InaccessibleAuraEnabledGetter", "@AuraEnabled private String name { get; set; }"),
    ("MethodWithSameNameAsEnclosingClass", "void Sample() { f(); }"),
    ("OperationWithLimitsInLoop", "void f(List<Account> rows) { for (Account a : rows) { insert as user a; } }"),
    ("OverrideBothEqualsAndHashcode", "public Boolean equals(Object other) { return true; }"),
    ("QueueableWithoutFinalizer",
     "public with sharing class Sample implements Queueable { public void execute(QueueableContext c) { f(); } }"),
    ("TestMethodsMustBeInTestClasses", "@IsTest static void f() { Assert.isTrue(true); }"),
    ("TypeShadowsBuiltInNamespace", "private class Database { }"),
    ("UncheckedNewInstance", "Object f(String name) { return Type.forName(name).newInstance(); }"),
    ("UnusedLocalVariable", "void f() { Integer count = 1; }"),
]
STARTS = ("public class", "public with", "global", "@IsTest private class", "@IsTest(SeeAllData", "trigger")


def missed():
    """The rules that find nothing where there is something to find."""
    for rule, source in FAULTS:
        name = "Sample.trigger" if source.startswith("trigger") else "Sample.cls"
        whole = source if source.startswith(STARTS) else f"public with sharing class Sample {{ {source} }}"
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, name).write_text(whole, encoding="utf-8")
            project = Project(folder)
            Rules(project).run()
            if not any(rule in error for error in project.errors):
                yield f"{rule} says nothing of: {source} ({project.errors})"
