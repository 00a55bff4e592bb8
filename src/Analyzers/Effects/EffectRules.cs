using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Every rule about what a handler does, in one table. {0} is the root (the handler), {1} the chain of calls from it to the cause.
/// To add one: a line here, where it is found, a line in AnalyzerReleases.Unshipped.md, a page in docs/rules and a test.
/// </summary>
/// <remarks>
/// A warning is what happens at steady state. Information is what a warm-up can do beforehand, what only unoptimised code does, and
/// what many handlers do on purpose.
/// </remarks>
public static class EffectRules
{
    // TH20xx: allocation.
    public static readonly DiagnosticDescriptor NewObject = Allocation("TH2001", "Handler allocates an object");
    public static readonly DiagnosticDescriptor NewArray = Allocation("TH2002", "Handler allocates an array");
    public static readonly DiagnosticDescriptor Box = Allocation("TH2003", "Handler boxes a value");
    public static readonly DiagnosticDescriptor Closure = Allocation("TH2004", "Handler allocates a closure");
    public static readonly DiagnosticDescriptor NewDelegate = Allocation("TH2005", "Handler allocates a delegate");
    public static readonly DiagnosticDescriptor NewString = Allocation("TH2006", "Handler allocates a string");
    public static readonly DiagnosticDescriptor Params = Allocation("TH2007", "Handler allocates for params");
    public static readonly DiagnosticDescriptor CollectionExpression = Allocation("TH2008", "Handler allocates for a collection expression");
    public static readonly DiagnosticDescriptor Iterator = Allocation("TH2009", "Handler allocates an iterator");
    public static readonly DiagnosticDescriptor Async = Allocation("TH2010", "Handler calls an async method");
    public static readonly DiagnosticDescriptor Enumerator = Allocation("TH2011", "Handler allocates an enumerator");
    public static readonly DiagnosticDescriptor Growth = Allocation("TH2012", "Handler grows a collection");
    public static readonly DiagnosticDescriptor Slice = Allocation("TH2013", "Handler copies a slice");
    public static readonly DiagnosticDescriptor Dynamic = Allocation("TH2014", "Handler binds at run time");
    public static readonly DiagnosticDescriptor ExpressionTree = Allocation("TH2015", "Handler builds an expression tree");
    public static readonly DiagnosticDescriptor Marshalling = Allocation("TH2016", "Handler marshals");
    public static readonly DiagnosticDescriptor Keys = Allocation("TH2017", "Handler compares structs by boxing");
    public static readonly DiagnosticDescriptor Unoptimised = Allocation("TH2090", "Handler allocates in unoptimised code", DiagnosticSeverity.Info);

    // TH30xx: blocking and system calls.
    public static readonly DiagnosticDescriptor Lock = Blocking("TH3001", "Handler takes a lock");
    public static readonly DiagnosticDescriptor Wait = Blocking("TH3002", "Handler waits");
    public static readonly DiagnosticDescriptor Sleep = Blocking("TH3003", "Handler sleeps or yields");
    public static readonly DiagnosticDescriptor TaskWait = Blocking("TH3004", "Handler waits for a task");
    public static readonly DiagnosticDescriptor Await = Blocking("TH3005", "Handler awaits");
    public static readonly DiagnosticDescriptor InputOutput = Blocking("TH3006", "Handler does input or output");
    public static readonly DiagnosticDescriptor Collection = Blocking("TH3007", "Handler collects garbage");
    public static readonly DiagnosticDescriptor Signal = Rule(
        "TH3008", "Handler signals", "'{0}' signals: {1}", Categories.Blocking, DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor NativeCall = Rule(
        "TH3009", "Handler calls native code", "'{0}' leaves managed code: {1}", Categories.Blocking);
    public static readonly DiagnosticDescriptor SystemCall = Rule(
        "TH3010", "Handler makes a system call", "'{0}' makes a system call: {1}", Categories.Blocking);

    // TH40xx: throwing and unbounded.
    public static readonly DiagnosticDescriptor Throw = Throwing("TH4001", "Handler throws");
    public static readonly DiagnosticDescriptor ThrowInUse = Throwing("TH4002", "Handler calls what throws in normal use");
    public static readonly DiagnosticDescriptor Recursion = Rule(
        "TH4003", "Handler recurses", "'{0}' recurses: {1}", Categories.Unbounded);
    public static readonly DiagnosticDescriptor Loop = Unbounded("TH4004", "Handler loops without a bound");
    public static readonly DiagnosticDescriptor Polling = Unbounded("TH4005", "Handler polls without a bound");
    public static readonly DiagnosticDescriptor Retry = Unbounded("TH4006", "Handler retries without a bound", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor ThrowWhereMissing = Rule(
        "TH4007", "Handler asks for what may be missing", "'{0}' may throw: {1}", Categories.Unbounded, DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor IndexThrow = Implicit("TH4091", "Index may be out of range");
    public static readonly DiagnosticDescriptor NullThrow = Implicit("TH4092", "Reference may be null");
    public static readonly DiagnosticDescriptor DivideThrow = Implicit("TH4093", "Divisor may be zero");
    public static readonly DiagnosticDescriptor OverflowThrow = Implicit("TH4094", "Checked arithmetic may overflow");
    public static readonly DiagnosticDescriptor CastThrow = Implicit("TH4095", "Cast may fail");
    public static readonly DiagnosticDescriptor SwitchThrow = Implicit("TH4096", "Switch expression may match nothing");

    // TH50xx: first use and shared state.
    public static readonly DiagnosticDescriptor TypeInitializer = FirstUse("TH5001", "Handler may run a type initialiser");
    public static readonly DiagnosticDescriptor LazyValue = FirstUse("TH5002", "Handler may make a lazy value");
    public static readonly DiagnosticDescriptor CachedDelegate = FirstUse("TH5003", "Handler may make a cached delegate");
    public static readonly DiagnosticDescriptor ThreadStatic = FirstUse("TH5004", "Handler uses a thread static", DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor LibraryFirstUse = FirstUse("TH5005", "Handler may initialise the library");
    public static readonly DiagnosticDescriptor DataRace = Rule(
        "TH5010", "Field of a handler is read elsewhere as if it never changed", "'{0}' shares a field: {1}", Categories.Shared);

    // TH60xx: what cannot be proven.
    public static readonly DiagnosticDescriptor UnknownDelegate = Unproven("TH6001", "Target of a delegate is unknown");
    public static readonly DiagnosticDescriptor OpenVirtual = Unproven("TH6002", "Virtual call is open");
    public static readonly DiagnosticDescriptor OpenInterface = Unproven("TH6003", "Interface call is open");
    public static readonly DiagnosticDescriptor ExternCode = Unproven("TH6004", "Code is not C#");
    public static readonly DiagnosticDescriptor OtherAssembly = Unproven("TH6005", "Code is in another assembly");
    public static readonly DiagnosticDescriptor UnlistedMember = Unproven("TH6006", "Effects of a library member are not known", DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor TooLarge = Unproven("TH6007", "Code is too large to prove");

    // TH61xx: contracts.
    public static readonly DiagnosticDescriptor NoReason = Contract("TH6101", "Suppression without a reason",
        "Give [InterruptUnsafe] on '{0}' a reason: what makes it acceptable in a handler");
    public static readonly DiagnosticDescriptor UnusedUnsafe = Contract("TH6102", "Suppression without use",
        "Remove [InterruptUnsafe] from '{0}': nothing is found in what it does");
    public static readonly DiagnosticDescriptor EffectsLine = Contract("TH6103", "Line of InterruptEffects.txt is not understood",
        "Write 'id; effect; reason': {0}");
    public static readonly DiagnosticDescriptor UnusedEffectsLine = Contract("TH6104", "Line of InterruptEffects.txt is not used",
        "Remove the line of '{0}': {1}", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NewObject, NewArray, Box, Closure, NewDelegate, NewString, Params, CollectionExpression, Iterator, Async, Enumerator, Growth, Slice, Dynamic,
        ExpressionTree, Marshalling, Keys, Unoptimised,
        Lock, Wait, Sleep, TaskWait, Await, InputOutput, Collection, Signal, NativeCall, SystemCall,
        Throw, ThrowInUse, Recursion, Loop, Polling, Retry, ThrowWhereMissing,
        IndexThrow, NullThrow, DivideThrow, OverflowThrow, CastThrow, SwitchThrow,
        TypeInitializer, LazyValue, CachedDelegate, ThreadStatic, LibraryFirstUse, DataRace,
        UnknownDelegate, OpenVirtual, OpenInterface, ExternCode, OtherAssembly, UnlistedMember, TooLarge,
        NoReason, UnusedUnsafe, EffectsLine, UnusedEffectsLine,
    ];

    private static DiagnosticDescriptor Allocation(string id, string title, DiagnosticSeverity severity = DiagnosticSeverity.Warning)
        => Rule(id, title, "'{0}' allocates: {1}", Categories.Allocation, severity);

    private static DiagnosticDescriptor Blocking(string id, string title)
        => Rule(id, title, "'{0}' blocks: {1}", Categories.Blocking);

    private static DiagnosticDescriptor Throwing(string id, string title)
        => Rule(id, title, "'{0}' throws: {1}", Categories.Unbounded);

    private static DiagnosticDescriptor Unbounded(string id, string title, DiagnosticSeverity severity = DiagnosticSeverity.Warning)
        => Rule(id, title, "'{0}' has no bound: {1}", Categories.Unbounded, severity);

    // Nearly every line can throw these; who wants to see them turns them on.
    private static DiagnosticDescriptor Implicit(string id, string title)
        => Rule(id, title, "'{0}' may throw: {1}", Categories.Unbounded, DiagnosticSeverity.Warning, isEnabled: false);

    private static DiagnosticDescriptor FirstUse(string id, string title, DiagnosticSeverity severity = DiagnosticSeverity.Info)
        => Rule(id, title, "'{0}' does first-use work: {1}", Categories.Shared, severity);

    private static DiagnosticDescriptor Unproven(string id, string title, DiagnosticSeverity severity = DiagnosticSeverity.Warning)
        => Rule(id, title, "'{0}' cannot be proven: {1}", Categories.Unproven, severity);

    private static DiagnosticDescriptor Contract(string id, string title, string message, params string[] tags)
        => Rule(id, title, message, Categories.Unproven, tags: tags);

    private static DiagnosticDescriptor Rule(
        string id,
        string title,
        string message,
        string category,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning,
        bool isEnabled = true,
        params string[] tags) => new(
        id,
        title,
        message,
        category,
        severity,
        isEnabled,
        description: new RuleDescription(id),
        helpLinkUri: $"{Pages.Root}/rules/{id}.md",
        customTags: tags);

    private static class Categories
    {
        public const string Allocation = "TopHalf.Allocation";
        public const string Blocking = "TopHalf.Blocking";
        public const string Unbounded = "TopHalf.Unbounded";
        public const string Shared = "TopHalf.Shared";
        public const string Unproven = "TopHalf.Unproven";
    }
}
