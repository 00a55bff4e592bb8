using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What the library calls of the types that it compares, hashes or sorts: their own Equals, GetHashCode and CompareTo, unless it has a
/// comparer for them.
/// </summary>
internal static class ElementMembers
{
    private const int MaximalDepth = 4;

    /// <summary>
    /// Visits what a member that compares or hashes calls: of a comparer, where there is one, and of the types themselves. Whether these
    /// can only be compared in a box.
    /// </summary>
    public static bool AreBoxed(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        string owner = method.ContainingType.Name;
        bool onlyHashes = method.Name == "GetHashCode" || owner == "HashCode";
        bool ofValue = method.Name is "ContainsValue" or "IndexOfValue";
        bool isSorted = !ofValue && owner.Contains("Sorted");
        bool hashes = onlyHashes || (!ofValue && !isSorted && (owner.Contains("Dictionary") || owner.Contains("Set")
            || owner is "CollectionsMarshal" or "CollectionExtensions" or "KeyedCollection" or "EqualityComparer"));
        ImmutableArray<string> members = isSorted ? ["Compare"] : onlyHashes ? ["GetHashCode"] : hashes ? ["GetHashCode", "Equals"] : ["Equals"];
        if (!ofValue && !Comparers.Visit(isSorted ? "IComparer" : "IEqualityComparer", members, method, instance, arguments, place, body))
        {
            return false;
        }

        if (KeyTypes.IsBoxed(method))
        {
            return true;
        }

        foreach (ITypeSymbol type in KeyTypes.Compared(method, onlyHashes))
        {
            foreach (string member in members)
            {
                Visit(type, member == "Compare" ? "CompareTo" : member, place, body);
            }
        }

        return false;
    }

    /// <summary>Visits what a member calls that sorts, or that asks for types which compare themselves.</summary>
    public static void VisitOrder(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        if (Ordered(method) is not { } type)
        {
            Comparers.VisitGiven(method, arguments, place, body);
        }
        else if (Comparers.Visit("IComparer", ["Compare"], method, instance, arguments, place, body))
        {
            Visit(type, "CompareTo", place, body);
        }

        for (int i = 0; i < method.TypeArguments.Length; i++)
        {
            foreach (ITypeSymbol constraint in method.OriginalDefinition.TypeParameters[i].ConstraintTypes)
            {
                if (constraint is { Name: "IEquatable" or "IComparable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                {
                    Visit(method.TypeArguments[i], constraint.Name == "IEquatable" ? "Equals" : "CompareTo", place, body);
                }
            }
        }
    }

    /// <summary>Visits a type's own member with which it answers the default comparer, part by part where it has none of its own.</summary>
    public static void Visit(ITypeSymbol type, string member, Place place, Body body) => Visit(type, member, place, body, 0);

    private static void Visit(ITypeSymbol type, string member, Place place, Body body, int depth)
    {
        if (depth > MaximalDepth || body.Type(type) is not INamedTypeSymbol named)
        {
            return;
        }

        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            Visit(named.TypeArguments[0], member, place, body, depth + 1);
        }
        else if (named.IsTupleType)
        {
            foreach (IFieldSymbol element in named.TupleElements)
            {
                Visit(element.Type, member, place, body, depth + 1);
            }
        }
        else if (body.Model.IsSource(named) && named.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
        {
            foreach (IMethodSymbol answer in Answers(named, member, body))
            {
                Calls.VisitExactly(answer, null, [], place, null, body);
            }
        }
    }

    // Of the type and of all below it: any of them may be the element.
    private static IEnumerable<IMethodSymbol> Answers(INamedTypeSymbol type, string member, Body body)
    {
        if (Asked(type, member, body) is not { } asked)
        {
            return [];
        }

        IEnumerable<INamedTypeSymbol> below = body.Model.Hierarchy.IsLeaf(type)
            ? []
            : body.Model.Hierarchy.Below(type).Select(t => Implementations.Instantiate(t, type)).OfType<INamedTypeSymbol>();
        return below.Prepend(type)
            .Where(static t => !t.IsAbstract)
            .Select(t => Implementations.Find(asked, t))
            .OfType<IMethodSymbol>()
            .Where(m => !m.IsAbstract && body.Model.IsSource(m))
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);
    }

    // What the default comparer calls.
    private static IMethodSymbol? Asked(INamedTypeSymbol type, string member, Body body)
    {
        IMethodSymbol? own = member switch
        {
            "Equals" => KeyTypes.EqualsOf(type),
            "CompareTo" => KeyTypes.MemberOf(type, "IComparable", member) ?? type.AllInterfaces
                .FirstOrDefault(static i => i is { Name: "IComparable", Arity: 0 })?.GetMembers(member).OfType<IMethodSymbol>().FirstOrDefault(),
            _ => null,
        };
        return own is not null || member == "CompareTo"
            ? own
            : body.Model.Compilation.GetSpecialType(SpecialType.System_Object).GetMembers(member).OfType<IMethodSymbol>().FirstOrDefault(static m => !m.IsStatic);
    }

    private static ITypeSymbol? Ordered(IMethodSymbol method) => (method.ContainingType.Name, method.Name) switch
    {
        ("Array" or "MemoryExtensions", "Sort" or "BinarySearch") => method.TypeArguments.FirstOrDefault(),
        ("List", "Sort" or "BinarySearch") or ("Comparer", "get_Default") => method.ContainingType.TypeArguments.FirstOrDefault(),
        ("SortedDictionary" or "SortedList" or "SortedSet", "Add" or "TryAdd" or "Remove" or "ContainsKey" or "Contains" or "TryGetValue" or "get_Item" or "set_Item" or "IndexOfKey"
            or "UnionWith" or "ExceptWith" or "SymmetricExceptWith" or "IntersectWith" or "Overlaps" or "SetEquals" or "IsSubsetOf" or "IsSupersetOf" or "IsProperSubsetOf" or "IsProperSupersetOf" or "GetViewBetween")
            => method.ContainingType.TypeArguments.FirstOrDefault(),
        ("PriorityQueue", "Enqueue" or "Dequeue" or "TryDequeue" or "EnqueueDequeue" or "DequeueEnqueue" or "EnqueueRange" or "Remove") => method.ContainingType.TypeArguments.LastOrDefault(),
        _ => null,
    };
}
