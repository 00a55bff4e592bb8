using System.Globalization;
using System.Reflection;

namespace TopHalf.LibraryCalls.Runner;

/// <summary>A compiled case.</summary>
/// <param name="Number">Which one.</param>
/// <param name="Receivers">How many receivers there are to try.</param>
/// <param name="Arguments">How many of its arguments have values to try.</param>
/// <param name="IsWarmed">Whether the first call with an object is said to do more than the others, and is not measured.</param>
/// <param name="Fields">What fills each of its fields with one of the values, and which argument it is: the receiver is -1.</param>
/// <param name="Call">The call.</param>
internal sealed record CaseCall(
    int Number, int Receivers, int Arguments, bool IsWarmed, IReadOnlyList<(Action<int> Fill, int Argument)> Fields, Action Call)
{
    /// <summary>The cases of an assembly that a list names.</summary>
    public static CaseCall[] Load(string path, IEnumerable<string> lines)
    {
        var methods = Assembly.LoadFrom(path).GetTypes()
            .Where(static t => t.Namespace == "LibraryCalls" && t.IsAbstract && t.IsSealed)
            .SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(static m => m.Name.StartsWith("Call", StringComparison.Ordinal) || m.Name.StartsWith("Fill", StringComparison.Ordinal))
            .ToDictionary(static m => m.Name, StringComparer.Ordinal);
        return [.. lines.Select(line => Load(methods, line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
    }

    /// <summary>Which receivers and values are tried: first with each argument another value, then all alike.</summary>
    public IEnumerable<Values> Tries()
    {
        for (int value = 0; value < (Arguments == 0 ? 1 : 9); value++)
        {
            for (int receiver = 0; receiver < Receivers; receiver++)
            {
                yield return new(receiver, value, 1);
            }
        }

        for (int value = 0; value < (Arguments < 2 ? 0 : 4); value++)
        {
            yield return new(value % Receivers, value, 0);
        }
    }

    /// <summary>Makes receiver and arguments anew.</summary>
    public void Prepare(Values values)
    {
        foreach ((Action<int> fill, int argument) in Fields)
        {
            fill(argument < 0 ? values.Receiver : values.Value + (argument * values.Shift));
        }
    }

    private static CaseCall Load(Dictionary<string, MethodInfo> methods, string[] words) => new(
        Parse(words[0]),
        Parse(words[1]),
        Parse(words[2]),
        words[3] != "0",
        [.. words.Skip(4).Select(static w => w.Split(':')).Select(w => (methods[$"Fill{w[1]}"].CreateDelegate<Action<int>>(), w[0] == "r" ? -1 : Parse(w[0])))],
        methods[$"Call{words[0]}"].CreateDelegate<Action>());

    private static int Parse(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}

/// <summary>Which values a case is tried with.</summary>
/// <param name="Receiver">Which receiver.</param>
/// <param name="Value">Which value its first argument has.</param>
/// <param name="Shift">How far the next argument is from there.</param>
internal readonly record struct Values(int Receiver, int Value, int Shift);
