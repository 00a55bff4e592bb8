using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>What <c>this</c> and the variables of the code that is walked stand for, where that is a storage.</summary>
internal sealed class Frame(ISymbol owner, Storage? self, Frame? outer)
{
    private readonly Dictionary<ISymbol, (Storage Storage, bool IsReference)> _names = new(SymbolEqualityComparer.Default);

    /// <summary>The method, accessor or local function; before there is one, the driver.</summary>
    public ISymbol Owner { get; } = owner;

    /// <summary>Where the object of <c>this</c> is.</summary>
    public Storage? Self { get; } = self;

    /// <summary>Whether it is below a call of the same code already.</summary>
    public bool IsInside(IMethodSymbol called, Storage? self)
        => (SymbolEqualityComparer.Default.Equals(Owner, called) && Self == self) || Caller?.IsInside(called, self) == true;

    /// <summary>The code that called this one.</summary>
    public Frame? Caller { get; init; }

    /// <summary>
    /// What a variable stands for. With <paramref name="isReference"/> it is a name of the storage itself; without, it holds the object
    /// that the storage refers to.
    /// </summary>
    public void Set(ISymbol variable, Storage? storage, bool isReference)
    {
        if (storage is null)
        {
            _names.Remove(variable.OriginalDefinition);
        }
        else
        {
            _names[variable.OriginalDefinition] = (storage, isReference);
        }
    }

    /// <summary>What a variable stands for, if it is known.</summary>
    public (Storage Storage, bool IsReference)? Find(ISymbol variable)
        => _names.TryGetValue(variable.OriginalDefinition, out (Storage, bool) known) ? known : outer?.Find(variable);
}
