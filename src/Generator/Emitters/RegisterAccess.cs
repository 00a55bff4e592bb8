using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>
/// The register of one step as C# text, for one index. Ports and memory look the same: a <c>Bar</c> knows which it is.
/// </summary>
/// <param name="step">The step.</param>
/// <param name="open">The registers whose place is not in the attribute.</param>
/// <param name="index">The expression of the index; null where it is 0.</param>
internal sealed class RegisterAccess(StepModel step, OpenRegisters open, string? index)
{
    private readonly string? _suffix = open.SuffixOf(step);
    private readonly StepBits _bits = new(step, index);

    private string Bar => "bar" + (_suffix ?? Literals.Number(step.Bar));

    private string Offset
    {
        get
        {
            string offset = _suffix is null ? Literals.Offset(step.Offset) : "offset" + _suffix;
            string? stride = _suffix is not null && step.Address!.StrideFrom is not null ? "stride" + _suffix
                : step.Address is { Stride: not 0 } address ? Literals.Offset(address.Stride)
                : null;
            return index is null || stride is null ? offset : $"{offset} + ((uint){index} * {stride})";
        }
    }

    /// <summary>What names the register of an address/data pair before an access; null where it has an address of its own.</summary>
    public string? Select()
    {
        if (step.Address is not { IndexOffset: uint at } address)
        {
            return null;
        }

        string value = Literals.Bits(address.Index, step.Type.Bits);
        if (index is not null && address.IndexStride != 0)
        {
            value = Narrow($"{value} + ((ulong){index} * {Literals.Bits(address.IndexStride)})", from: 64);
        }

        return $"{Bar}.Write{step.Type.Bits}({AddressRegister(at)}, {value}); // names the register";
    }

    // Where the pair is moved as a whole, its two registers are as far from each other as they were declared.
    private string AddressRegister(uint at)
        => _suffix is null ? Literals.Offset(at)
            : at < step.Offset ? $"offset{_suffix} - {Literals.Offset(step.Offset - at)}"
            : $"offset{_suffix} + {Literals.Offset(at - step.Offset)}";

    /// <summary>Reads the register at its width.</summary>
    public string Read() => $"{Bar}.Read{step.Type.Bits}({Offset})";

    /// <summary>The statements of a step that only reads or writes.</summary>
    /// <param name="status">The name of the status that an echo writes back.</param>
    /// <param name="purpose">For the comment.</param>
    public IEnumerable<string> Statements(string status, string purpose)
    {
        if (step.Operation == StepOperation.Flush)
        {
            return [.. Selected(), $"_ = {Read()}; // the write has arrived"];
        }

        switch (step.Operation)
        {
            case StepOperation.Write:
                return [.. Selected(), Write(_bits.Move && step.Type.Bits < 64 ? $"({Type}){_bits.Value}" : _bits.Value, purpose)];
            case StepOperation.Echo:
                return [.. Selected(), Write(Narrow($"{status} & {_bits.Mask}", from: 64), purpose)];
            case StepOperation.Modify when Select() is { } select:
                return ["{", $"    {select}", $"    {Type} old = {Read()};", $"    {select}", $"    {Write(Modified("old"), purpose)}", "}"];
            case StepOperation.Modify:
                return [Write(Modified(Read()), purpose)];
            default:
                throw new ArgumentOutOfRangeException(nameof(status), step.Operation, "Not a step that reads or writes only.");
        }
    }

    private string[] Selected() => Select() is { } select ? [select] : [];

    private string Write(string value, string purpose) => $"{Bar}.Write{step.Type.Bits}({Offset}, {value}); // {purpose}";

    // Both sides of "or" are computed here where they can be, so that the text shows what stays and what is set.
    private string Modified(string old)
    {
        int bits = step.Type.Bits;
        if (_bits.Move)
        {
            string changed = step.Preserve == 0 ? _bits.Mask : $"({_bits.Mask} | {Literals.Bits(step.Preserve, bits)})";
            return Narrow($"({old} & ~{changed}) | {_bits.Of(step.Value & step.Mask)}", from: 64);
        }

        string stays = Literals.Bits(~(step.Mask | step.Preserve) & step.Type.AllOnes, bits);
        return Narrow($"({old} & {stays}) | {Literals.Bits(step.Value & step.Mask, bits)}", from: Math.Max(bits, 32));
    }

    private string Type => step.Type.Bits switch { 8 => "byte", 16 => "ushort", 32 => "uint", _ => "ulong" };

    // C# computes with 32 bits or more; a cast is written only where it narrows.
    private string Narrow(string expression, int from) => from == step.Type.Bits ? expression : $"({Type})({expression})";
}
