using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// A line of a table of effects: <c>id; effect [condition]; why</c>. The library's own table and a user's InterruptEffects.txt are
/// written alike.
/// </summary>
internal static class EffectLine
{
    private static readonly Dictionary<string, DiagnosticDescriptor?> Effects = new(StringComparer.Ordinal)
    {
        ["none"] = null,
        ["object"] = EffectRules.NewObject,
        ["allocates"] = EffectRules.NewObject,
        ["array"] = EffectRules.NewArray,
        ["string"] = EffectRules.NewString,
        ["box"] = EffectRules.Box,
        ["closure"] = EffectRules.Closure,
        ["delegate"] = EffectRules.NewDelegate,
        ["iterator"] = EffectRules.Iterator,
        ["async"] = EffectRules.Async,
        ["enumerator"] = EffectRules.Enumerator,
        ["growth"] = EffectRules.Growth,
        ["keys"] = EffectRules.Keys,
        ["slice"] = EffectRules.Slice,
        ["marshalling"] = EffectRules.Marshalling,
        ["dynamic"] = EffectRules.Dynamic,
        ["expression"] = EffectRules.ExpressionTree,
        ["unoptimised"] = EffectRules.Unoptimised,
        ["lock"] = EffectRules.Lock,
        ["wait"] = EffectRules.Wait,
        ["blocks"] = EffectRules.Wait,
        ["sleep"] = EffectRules.Sleep,
        ["task"] = EffectRules.TaskWait,
        ["await"] = EffectRules.Await,
        ["io"] = EffectRules.InputOutput,
        ["gc"] = EffectRules.Collection,
        ["signal"] = EffectRules.Signal,
        ["signals"] = EffectRules.Signal,
        ["native"] = EffectRules.NativeCall,
        ["system-call"] = EffectRules.SystemCall,
        ["throws"] = EffectRules.ThrowInUse,
        ["throws-missing"] = EffectRules.ThrowWhereMissing,
        ["recursion"] = EffectRules.Recursion,
        ["loop"] = EffectRules.Loop,
        ["poll"] = EffectRules.Polling,
        ["first-use"] = EffectRules.LibraryFirstUse,
        ["lazy"] = EffectRules.LazyValue,
        ["thread-static"] = EffectRules.ThreadStatic,
        ["unproven"] = EffectRules.OtherAssembly,
    };

    /// <summary>Every word for an effect.</summary>
    public static IEnumerable<string> Words => Effects.Keys;

    /// <summary>Whether a line says nothing.</summary>
    public static bool IsComment(string line) => line.Trim() is { Length: 0 } or ['#', ..];

    /// <summary>Reads a line. Where it is wrong, <paramref name="error"/> says what to write.</summary>
    public static (string Id, EffectEntry Entry)? Parse(string line, out string error)
    {
        string[] columns = line.Split([';'], 3);
        string id = columns[0].Trim();
        string why = columns.Length > 2 ? columns[2].Trim() : "";
        error = "";
        if (id.Length < 3 || id[1] != ':' || "MPETN".IndexOf(id[0]) < 0)
        {
            error = $"'{id}' is not a documentation-comment id such as M:Vendor.Card.Read(System.Int32)";
            return null;
        }

        string[] words = columns.Length > 1 ? columns[1].Split([' '], StringSplitOptions.RemoveEmptyEntries) : [];
        if (words.Length == 0 || !Effects.TryGetValue(words[0], out DiagnosticDescriptor? rule))
        {
            error = $"'{(words.Length == 0 ? "" : words[0])}' is not an effect; one of {string.Join(", ", Effects.Keys)} is";
            return null;
        }

        switch (words)
        {
            case [_]:
                return (id, new EffectEntry(rule, EffectCondition.Always, "", "", why));
            case [_, "first"]:
                return (id, new EffectEntry(rule, EffectCondition.First, "", "", why));
            case [_, "unless", "completed"]:
                return (id, new EffectEntry(rule, EffectCondition.UnlessCompleted, "", "", why));
            case [_, "unless", "number"]:
                return (id, new EffectEntry(rule, EffectCondition.UnlessNumber, "", "", why));
            case [_, "unless", "overload"]:
                return (id, new EffectEntry(rule, EffectCondition.UnlessOverload, "", "", why));
            case [_, "unless", var test] when test.IndexOf('=') is > 0 and var equals:
                return (id, new EffectEntry(
                    rule, EffectCondition.UnlessArgument, test.Substring(0, equals), test.Substring(equals + 1), why));
            default:
                error = $"'{columns[1].Trim()}' has a condition other than 'first', 'unless completed', 'unless number', 'unless overload' or 'unless parameter=constant'";
                return null;
        }
    }
}
