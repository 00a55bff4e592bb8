namespace TopHalf;

/// <summary>The registers behind one base address register.</summary>
public readonly struct Bar
{
    /// <summary>Reads 8 bits.</summary>
    public byte Read8(uint offset) => throw new NotImplementedException();
    /// <summary>Reads 16 bits.</summary>
    public ushort Read16(uint offset) => throw new NotImplementedException();
    /// <summary>Reads 32 bits.</summary>
    public uint Read32(uint offset) => throw new NotImplementedException();
    /// <summary>Reads 64 bits.</summary>
    public ulong Read64(uint offset) => throw new NotImplementedException();
    /// <summary>Writes 8 bits.</summary>
    public void Write8(uint offset, byte value) => throw new NotImplementedException();
    /// <summary>Writes 16 bits.</summary>
    public void Write16(uint offset, ushort value) => throw new NotImplementedException();
    /// <summary>Writes 32 bits.</summary>
    public void Write32(uint offset, uint value) => throw new NotImplementedException();
    /// <summary>Writes 64 bits.</summary>
    public void Write64(uint offset, ulong value) => throw new NotImplementedException();
}
