using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>How much is nested in type arguments: generic recursion makes them larger at each round, and must end.</summary>
internal static class TypeSize
{
    private const int Maximal = 16;

    // Of List<T>, with an open T, little can be said: it is not worth many environments.
    private const int MaximalOpen = 4;

    /// <summary>Leaves nested ones open where all of them together are too large.</summary>
    public static void Limit(ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)>.Builder types)
    {
        int size = 0;
        bool isOpen = false;
        foreach ((_, ITypeSymbol argument) in types)
        {
            size += Of(argument, ref isOpen);
        }

        if (size > types.Count && size > (isOpen ? MaximalOpen : Maximal))
        {
            for (int i = types.Count - 1; i >= 0; i--)
            {
                if (Of(types[i].Argument, ref isOpen) > 1)
                {
                    types.RemoveAt(i);
                }
            }
        }
    }

    // Counts no further than is needed.
    private static int Of(ITypeSymbol type, ref bool isOpen)
    {
        int size = 0;
        var pending = new Stack<ITypeSymbol>();
        pending.Push(type);
        while (pending.Count > 0 && size <= Maximal)
        {
            size++;
            switch (pending.Pop())
            {
                case ITypeParameterSymbol:
                    isOpen = true;
                    break;
                case IArrayTypeSymbol array:
                    pending.Push(array.ElementType);
                    break;
                case IPointerTypeSymbol pointer:
                    pending.Push(pointer.PointedAtType);
                    break;
                case INamedTypeSymbol named:
                    for (INamedTypeSymbol? part = named; part is not null; part = part.ContainingType)
                    {
                        foreach (ITypeSymbol argument in part.TypeArguments)
                        {
                            pending.Push(argument);
                        }
                    }

                    break;
            }
        }

        return size;
    }
}
