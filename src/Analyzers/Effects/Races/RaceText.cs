using System.Text;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>A race in words: who writes, who uses it meanwhile, and what to write in both places.</summary>
internal static class RaceText
{
    private const int MaximalPlaces = 16;

    public static Diagnostic ToDiagnostic(Race race, IMethodSymbol handler)
    {
        var calls = new Stack<Way>();
        for (Way? way = race.Write.Way; way is not null; way = way.Before)
        {
            calls.Push(way);
        }

        var places = calls.Select(static w => w.Place).Append(race.Write.Place).ToList();
        var chain = new StringBuilder(handler.Name);
        foreach (Way call in calls)
        {
            chain.Append(" → ").Append(Names.Of(call.Code, call.Type, handler.ContainingType));
        }

        chain.Append(" → ").Append(Write(race.Write)).Append(" (").Append(Explain(race)).Append(')');
        return Diagnostic.Create(
            EffectRules.DataRace,
            places[0].ToLocation(),
            places.Skip(1).Concat(race.Uses.Select(static u => u.Place)).Distinct().Take(MaximalPlaces).Select(static p => p.ToLocation()),
            handler.Name,
            chain.ToString());
    }

    private static string Explain(Race race)
    {
        RaceUse use = race.Uses[0];
        string thread = use.Thread switch
        {
            null => "",
            "" => " on the default thread",
            _ => $" on thread \"{use.Thread}\"",
        };
        int more = race.Uses.Length - 1;
        string others = more == 0 ? "" : more == 1 ? ", 1 more place is marked" : $", {more} more places are marked";
        string verb = use.How == AccessKind.Read ? "reads" : "writes";
        return $"'{use.Who}' {verb} it plainly{thread}{others}; {Remedy(race.Write, use)}";
    }

    private static string Remedy(Access write, RaceUse use)
    {
        Storage storage = write.Storage;
        if (storage.Member is IPropertySymbol)
        {
            return $"a field that its accessors use with Volatile and Interlocked, in place of the auto-property {storage.Member.Name}, makes it safe";
        }

        if (storage.Type is { } type && !CanBeAtomic(type))
        {
            return $"Volatile cannot hold a {Names.Of(type)}: write it before a flag that the handler sets with Volatile.Write and the other tests with Volatile.Read";
        }

        string there = Atomic(use.How, storage) + " there";
        return write.IsAtomic ? $"write {there}" : $"write {Atomic(write.How, storage)} here and {there}";
    }

    private static string Write(Access write) => write.IsAtomic
        ? write.How == AccessKind.Update ? $"Interlocked.…(ref {Name(write.Storage)})" : Atomic(write.How, write.Storage)
        : write.How switch
        {
            AccessKind.Increment => $"{Name(write.Storage)}++",
            AccessKind.Decrement => $"{Name(write.Storage)}--",
            AccessKind.Add => $"{Name(write.Storage)} += …",
            _ => $"{Name(write.Storage)} = …",
        };

    private static string Atomic(AccessKind how, Storage storage)
    {
        bool hasInterlocked = storage.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;
        string name = Name(storage);
        return how switch
        {
            AccessKind.Read => $"Volatile.Read(ref {name})",
            AccessKind.Exchange => $"Interlocked.Exchange(ref {name}, …)",
            AccessKind.Increment when hasInterlocked => $"Interlocked.Increment(ref {name})",
            AccessKind.Decrement when hasInterlocked => $"Interlocked.Decrement(ref {name})",
            AccessKind.Add when hasInterlocked => $"Interlocked.Add(ref {name}, …)",
            _ => $"Volatile.Write(ref {name}, …)",
        };
    }

    // As an author would write it where it is declared: structs are named with their parts.
    private static string Name(Storage storage)
    {
        if (storage.Member is null)
        {
            return storage.Container is { } array ? $"{Name(array)}[…]" : "this";
        }

        return storage.Container is { IsValue: true } or { Member: null, Container: not null } ? $"{Name(storage.Container)}.{storage.Member.Name}" : storage.Member.Name;
    }

    private static bool CanBeAtomic(ITypeSymbol type)
        => type.IsReferenceType
            || type.SpecialType is (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) or SpecialType.System_Boolean or SpecialType.System_Single
                or SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
