using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What the library calls of the types that it compares, hashes or sorts: their own Equals, GetHashCode and CompareTo.</summary>
internal static class ElementMembers
{
    private const int MaximalDepth = 4;

    /// <summary>Visits what a member that compares or hashes calls, where it is given no comparer.</summary>
    public static void VisitKeys(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        if (arguments.Any(static a => a.Parameter?.Type.Name == "IEqualityComparer" && !Patterns.IsNull(a.Value)))
        {
            return;
        }

        string owner = method.ContainingType.Name;
        bool onlyHashes = method.Name == "GetHashCode" || owner == "HashCode";
        bool ofValue = method.Name is "ContainsValue" or "IndexOfValue";
        bool isSorted = !ofValue && owner.Contains("Sorted");
        bool hashes = onlyHashes || (!ofValue && !isSorted && (owner.Contains("Dictionary") || owner.Contains("Set")
            || owner is "CollectionsMarshal" or "KeyedCollection" or "EqualityComparer"));
        foreach (ITypeSymbol type in KeyTypes.Compared(method, onlyHashes))
        {
            if (isSorted)
            {
                Visit(type, "CompareTo", place, body, 0);
                continue;
            }

            if (hashes)
            {
                Visit(type, "GetHashCode", place, body, 0);
            }

            if (!onlyHashes)
            {
                Visit(type, "Equals", place, body, 0);
            }
        }
    }

    /// <summary>Visits what a member calls that sorts, or that asks for types which compare themselves.</summary>
    public static void VisitOrder(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        if (Ordered(method) is { } type
            && !arguments.Any(static a => a.Parameter?.Type.Name is "IComparer" or "Comparison" or "TComparer" && !Patterns.IsNull(a.Value)))
        {
            Visit(type, "CompareTo", place, body, 0);
        }

        for (int i = 0; i < method.TypeArguments.Length; i++)
        {
            foreach (ITypeSymbol constraint in method.OriginalDefinition.TypeParameters[i].ConstraintTypes)
            {
                if (constraint is { Name: "IEquatable" or "IComparable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                {
                    Visit(method.TypeArguments[i], constraint.Name == "IEquatable" ? "Equals" : "CompareTo", place, body, 0);
                }
            }
        }
    }

    /// <summary>The type's own member with which it answers the default comparer; nothing, if that is no code of this compilation.</summary>
    public static IMethodSymbol? Answer(INamedTypeSymbol type, string member, Body body)
    {
        IMethodSymbol? asked = member switch
        {
            "Equals" => KeyTypes.EqualsOf(type),
            "CompareTo" => KeyTypes.MemberOf(type, "IComparable", member) ?? type.AllInterfaces
                .FirstOrDefault(static i => i is { Name: "IComparable", Arity: 0 })?.GetMembers(member).OfType<IMethodSymbol>().FirstOrDefault(),
            _ => null,
        };
        IMethodSymbol? found = asked is not null || member == "CompareTo"
            ? asked is null ? null : Implementations.Find(asked, type)
            : body.Model.Compilation.GetSpecialType(SpecialType.System_Object).GetMembers(member).OfType<IMethodSymbol>()
                .Where(static m => !m.IsStatic).Select(m => Implementations.Find(m, type)).FirstOrDefault();
        return found is not null && body.Model.IsSource(found) ? found : null;
    }

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
        else if (body.Model.IsSource(named) && named.TypeKind is TypeKind.Class or TypeKind.Struct && body.Model.Hierarchy.IsLeaf(named)
            && Answer(named, member, body) is { } answer)
        {
            Calls.VisitExactly(answer, null, [], place, null, body);
        }
    }

    private static ITypeSymbol? Ordered(IMethodSymbol method) => (method.ContainingType.Name, method.Name) switch
    {
        ("Array" or "MemoryExtensions", "Sort" or "BinarySearch") => method.TypeArguments.FirstOrDefault(),
        ("List", "Sort" or "BinarySearch") or ("Comparer", "get_Default") => method.ContainingType.TypeArguments.FirstOrDefault(),
        ("SortedDictionary" or "SortedList" or "SortedSet", "Add" or "TryAdd" or "Remove" or "ContainsKey" or "Contains" or "TryGetValue" or "get_Item" or "set_Item" or "IndexOfKey")
            => method.ContainingType.TypeArguments.FirstOrDefault(),
        ("PriorityQueue", "Enqueue" or "Dequeue" or "TryDequeue" or "EnqueueDequeue" or "DequeueEnqueue") => method.ContainingType.TypeArguments.LastOrDefault(),
        _ => null,
    };
}
